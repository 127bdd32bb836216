words! {
    /// The page on which files are loaded.
    pub struct Load {
        question = "Which scores do you want to look at?", "要分析哪些评分数据？";
        intro = "Load the score tables of one or more rounds and see whether evaluators, indicators and results can be relied on.",
            "载入一轮或多轮的评分数据，查看评估员、指标和评估结果是否可信。";
        drop_title = "Drop your files here", "将文件拖到此处";
        drop_active = "Let go to read the files", "松开即可读取文件";
        drop_hint = "Score tables as CSV, Excel, OpenDocument, Parquet, Arrow or JSON, one score or one score sheet per row; if you have them, also the tables of rounds, providers, indicators and evaluators. Several files at once are fine.",
            "CSV、Excel、OpenDocument、Parquet、Arrow或JSON格式的评分数据，每行一个评分或一张评分表均可；如有轮次表、机构表、指标表、评估员表，可一并拖入。支持同时载入多个文件。";
        choose_files = "Choose files", "选择文件";
        try_sample = "Try the sample data", "试用示例数据";
        sample_hint = "Simulated scores of 40 providers in 6 rounds with a known truth: two evaluators drift, the own affiliation is slightly favoured, seven providers really change.",
            "模拟生成的40家机构、6个轮次的评分，真实情况已知：两名评估员发生漂移，对本单位略有偏袒，七家机构确有变化。";
        privacy = "Your data never leave this browser.", "您的数据不会离开本浏览器。";
        privacy_detail = "The files are read and computed on this computer; nothing is sent to a server.",
            "文件的读取和计算都在本机完成，不会发送到任何服务器。";
        needed_heading = "What the score table needs", "评分数据文件需要哪些列";
        needed = "A column each for the provider, the evaluator and the score, and, where there are several, for the round and the indicator. The names of the columns do not matter: you can set below what each one means.",
            "被评机构、评估员和评分各占一列；有多个轮次或多个指标时，轮次和指标也各占一列。列名不限，可在下方指定每一列的含义。";
        optional_heading = "What else helps", "还可以提供";
        optional = "Lowest and highest possible score of each indicator, categories and affiliations of providers, affiliations of evaluators, the order of rounds.",
            "各指标的最低分和最高分、机构的类别和所属单位、评估员的所属单位，以及轮次的先后顺序。";
        preview_heading = "Check how the files are read", "核对文件的读取方式";
        preview_hint = "The meaning of each column was guessed from its header and its first rows. Correct it where it is wrong.",
            "每一列的含义是根据列名和前几行内容推断的，如有不符请更正。";
        first_rows = "First rows", "前几行";
        file = "File", "文件";
        size = "Size", "大小";
        file_holds = "This file holds", "文件内容";
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
    }
}

words! {
    /// The data-quality report.
    pub struct Quality {
        heading = "Data quality", "数据质量";
        nothing_wrong = "Nothing wrong was found.", "未发现问题。";
        kind = "What was found", "问题";
        count = "How often", "次数";
        action = "What was done", "处理方式";
        place = "Where", "位置";
        row = "Row", "行";
        found = "Found", "实际内容";
        expected = "Expected", "应为";
        details = "Show each one", "逐条查看";
        hide_details = "Hide the list", "收起列表";
        download = "Download the list (CSV)", "下载清单（CSV）";
        rows_read = "Rows read", "读取的行数";
        scores_kept = "Scores kept", "保留的评分数";
        rows_left_out = "Rows left out", "略去的行数";
        missing_heading = "Where scores are missing", "评分缺失情况";
        scored = "Scores there are", "已有评分";
        expected_scores = "Scores if all sheets were complete", "评分表填满时的评分数";
        design_heading = "What links the rounds", "轮次之间的联系";
        rounds_linked = "Two rounds", "两个轮次";
        common_evaluators = "Evaluators in both", "共同的评估员";
        common_providers = "Providers in both", "共同的机构";
        subsets = "Groups that nothing links (1: all hang together)", "互不相连的部分（1表示全部相连）";
        policy = "A row that cannot be used is left out and listed here; it is never changed in silence.",
            "无法使用的行会被略去并列在此处，绝不会被悄悄改动。";
    }
}
