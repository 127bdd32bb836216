words! {
    /// The page on which files are loaded.
    pub struct Load {
        question = "Which scores do you want to look at?", "要分析哪些评分数据？";
        intro = "Load the score tables of one or more rounds and see whether evaluators, indicators and results can be relied on.",
            "载入一轮或多轮的评分数据，查看评估员、指标和评估结果是否可信。";
        drop_title = "Drop your files here", "将文件拖到此处";
        drop_active = "Let go to read the files", "松开即可读取文件";
        drop_hint = "Excel, CSV, ODS, Parquet, Arrow or JSON as your systems export them, several at once, zipped or not. You can also paste a table copied from a spreadsheet.",
            "Excel、CSV、ODS、Parquet、Arrow、JSON均可，按系统导出的原样拖入即可，支持多个文件和压缩包；也可直接粘贴从电子表格中复制的表格。";
        choose_files = "Choose files", "选择文件";
        try_sample = "Try the sample data", "试用示例数据";
        sample_hint = "Simulated scores of 40 providers in 6 rounds with a known truth: two evaluators drift, the own affiliation is slightly favoured, seven providers really change.",
            "模拟生成的40家机构、6个轮次的评分，真实情况已知：两名评估员发生漂移，对本单位略有偏袒，七家机构确有变化。";
        privacy = "Your data never leave this browser.", "您的数据不会离开本浏览器。";
        privacy_detail = "The files are read and computed on this computer; nothing is sent to a server.",
            "文件的读取和计算都在本机完成，不会发送到任何服务器。";
        keep_heading = "Keep on this device", "保存在本机";
        keep_hint = "Off unless you choose it. The files then stay in this browser's own storage on this device until you delete them; whoever can use this browser profile can open them.",
            "默认不保存。选择保存后，文件留在本机浏览器的专用存储中，直到您删除；能使用此浏览器账户的人都可以打开。";
        keep = "Keep the loaded files", "保存已载入的文件";
        keep_open = "Open them", "打开";
        keep_delete = "Delete from this device", "从本机删除";
        keep_failed = "This browser did not let the files be kept, opened or deleted: its storage may be full or forbidden, as in a private window.",
            "浏览器未能保存、打开或删除这些文件：存储空间可能已满或被禁用（例如无痕窗口）。";
        needed_heading = "What the score table needs", "评分数据文件需要哪些列";
        needed = "For every score its provider, its evaluator and, where there are several, its round and indicator: in columns of their own, across the header, or in the names of sheets and files. What is not recognised can be set by hand.",
            "每个评分所属的机构和评估员；有多个轮次或指标时，还需轮次和指标。它们可以各占一列，可以横排在表头，也可以写在工作表名或文件名中。未能识别的可手动指定。";
        optional_heading = "What else helps", "还可以提供";
        optional = "Lowest and highest possible score of each indicator, categories and affiliations of providers, affiliations of evaluators, the order of rounds.",
            "各指标的最低分和最高分、机构的类别和所属单位、评估员的所属单位，以及轮次的先后顺序。";
        preview_heading = "Check how the files are read", "核对文件的读取方式";
        preview_hint = "What each table holds was guessed from its names, headers and first rows. Tables of the same form stand together and are corrected together.",
            "每张表的内容是根据名称、表头和前几行推断的。形式相同的表归在一起，一并更正。";
        first_rows = "First rows", "前几行";
        file = "File", "文件";
        size = "Size", "大小";
        file_holds = "This table holds", "表的内容";
        column_means = "This column means", "此列表示";
        column = "Column", "列";
        delimiter = "Delimiter", "分隔符";
        delimiter_comma = "Comma", "逗号";
        delimiter_semicolon = "Semicolon", "分号";
        delimiter_tab = "Tab", "制表符";
        delimiter_bar = "Vertical bar", "竖线";
        remove_file = "Leave out this file", "不载入此文件";
        load_mapped = "Load with this mapping", "按此对应关系载入";
        cannot_load = "These files cannot be loaded yet", "文件暂时无法载入";
        start_over = "Choose other files", "重新选择文件";
        cancel = "Cancel", "取消";
        inspecting = "Looking at the files…", "正在查看文件……";
        loading = "Loading…", "正在载入……";
        cancelled = "Loading was cancelled.", "已取消载入。";
        keeps_old = "What was loaded before stays until the new data are complete.",
            "新数据载入完成之前，原有数据保持不变。";
        loaded_heading = "What was loaded", "已载入的数据";
        go_overview = "Go to the overview", "前往概览";
        scores = "Scores", "评分";
        score_sheets = "Score sheets", "评分表";
        rounds = "Rounds", "轮次";
        providers = "Providers", "被评机构";
        indicators = "Indicators", "指标";
        evaluators = "Evaluators", "评估员";
        scale = "Scale", "分值范围";
        scale_guessed = "Guessed from the scores", "根据评分推断";
        scale_given = "From the indicators table", "来自指标表";
        table = "Table", "表";
        why = "Why it is read like this", "为何这样读取";
        remembered_reason = "Read as you corrected tables of this form before.", "按您此前对同形式表格的更正读取。";
        mapping_reason = "Read as the mapping file says.", "按对应关系文件读取。";
        by_hand_reason = "Corrected by hand.", "已手动更正。";
        hidden_tables = "Hidden sheets", "隐藏的工作表";
        ignored_tables = "Tables that are not used", "未使用的表";
        adjust = "Adjust", "调整";
        adjust_done = "Done", "完成";
        reset = "Back to the guess", "恢复推断";
        layout = "Scores are laid out", "评分排列方式";
        header_row = "Header in row", "表头所在行";
        header_rows = "Rows of the header", "表头行数";
        decimal = "Decimal mark", "小数点";
        constants = "Same for the whole table", "整张表相同的内容";
        constants_hint = "What no column says: one round per file or one evaluator per sheet, for example.",
            "各列未写明的内容，例如一个文件对应一个轮次、一张工作表对应一名评估员。";
        add_constant = "Add", "添加";
        remove = "Remove", "移除";
        words_heading = "Words that stand for scores", "代表分值的词语";
        words_hint = "Give each word its number; leave it blank for a missing score.", "为每个词语填写分值；留空表示缺失。";
        word = "Word", "词语";
        word_value = "Score", "分值";
        confirm_words = "These numbers are right", "确认以上分值";
        words_confirmed = "Confirmed", "已确认";
        words_open = "Please check which number each word stands for, then confirm.", "请核对每个词语对应的分值，然后确认。";
        missing = "Read as missing", "视为缺失";
        missing_hint = "Beside blank cells; separated by commas.", "空白单元格之外，以逗号分隔。";
        stands_for = "Stands for", "代表";
        save_mapping = "Save mapping file", "保存对应关系文件";
        open_mapping = "Open mapping file", "打开对应关系文件";
        mapping_saved_hint = "A mapping file reads next month's files like these, here and on the command line.",
            "有了对应关系文件，下月的文件可在此处或在命令行中按同样方式读取。";
        mapping_waits = "The mapping file will be applied to the next files you choose.", "对应关系文件将应用于接下来选择的文件。";
        mapping_applied = "The mapping file was applied. Check the tables, then load them.", "已应用对应关系文件。请核对各表，然后载入。";
        mapping_unreadable = "This is not a mapping file of Evenhand.", "这不是Evenhand的对应关系文件。";
        remembered = "Remembered mappings", "已记住的对应关系";
        remembered_hint = "Corrections by hand are kept in this browser and applied to the next table with the same headers.",
            "手动更正会保存在本浏览器中，下次遇到表头相同的表时自动应用。";
        forget = "Forget", "忘记";
        forget_all = "Forget all", "全部忘记";
        see_quality = "See what was found wrong with the data", "查看数据中发现的问题";
    }
}
