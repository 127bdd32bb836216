words! {
    /// Briefings: pinning, arranging, presenting, anonymising and exporting; feedback sheets.
    pub struct ReportWords {
        briefing = "Briefing", "简报";
        briefing_question = "What will you tell whom?", "要向谁说明什么？";
        briefing_empty = "Nothing is pinned yet. Pin findings, charts, tables or figures on any page, or begin with a template.",
            "尚未固定任何内容。可在任一页面固定发现、图表、表格或数字，或从模板开始。";
        pin = "Pin to the briefing", "固定到简报";
        pin_short = "Pin", "固定";
        pinned = "Pinned", "已固定";
        pinned_now = "Pinned to the briefing.", "已固定到简报。";
        unpin = "Take out of the briefing", "从简报中移除";
        undo = "Undo the last change of the briefing", "撤销对简报的上一步更改";
        removed = "Taken out of the briefing.", "已从简报中移除。";
        templates = "Begin with a template", "从模板开始";
        template_replaces = "A template replaces what is in the briefing.", "套用模板会替换简报中已有的内容。";
        stakeholders = "Meeting with stakeholders", "相关方会议";
        stakeholders_hint = "Eight slides: the answer in short, what differs, what changed, how far to trust it.",
            "八页幻灯片：结论概要、差别、变化、可信程度。";
        training = "Training of evaluators", "评估员培训";
        training_hint = "Severity, drift, use of the scale and agreement, to talk about with the evaluators.",
            "严厉度、漂移、量表使用与一致性，供与评估员讨论。";
        providers = "Feedback to providers", "向机构反馈";
        providers_hint = "Where the providers stand, how surely, and by which indicators.", "各机构所处的位置、把握程度及依据的指标。";
        annual = "Annual report", "年度报告";
        annual_hint = "All rounds side by side: evaluators, indicators, providers, and what changed.",
            "各轮对照：评估员、指标、机构及变化。";
        add_title = "Add a title slide", "添加标题页";
        add_text = "Add a slide of text", "添加文字页";
        title = "Title", "标题";
        subtitle = "Subtitle", "副标题";
        date = "Date", "日期";
        slides = "Slides", "幻灯片";
        slide = "Slide", "幻灯片";
        move_up = "Move up", "上移";
        move_down = "Move down", "下移";
        move_hint = "Drag a slide, or use Alt with the arrow keys.", "可拖动幻灯片，或按住Alt键用方向键移动。";
        retitle = "Own heading", "自拟标题";
        annotate = "Words on the slide", "页面文字";
        notes = "Notes for the speaker", "演讲备注";
        statistics_footnote = "Statistics as a footnote", "统计量置于脚注";
        statistics_shown = "Statistics on the slide", "统计量显示在页面";
        statistics_hidden = "No statistics on the slide", "页面不显示统计量";
        present = "Present", "演示";
        presenter_window = "Speaker's window", "演讲者窗口";
        next_slide = "Next slide", "下一页";
        previous_slide = "Previous slide", "上一页";
        next_up = "Next", "接下来";
        end_of_slides = "End of the briefing", "简报结束";
        timer = "Timer", "计时";
        timer_start = "Start the timer", "开始计时";
        timer_reset = "Reset the timer", "重新计时";
        black_out = "Black out", "黑屏";
        leave = "End the presentation", "结束演示";
        full_screen = "Full screen", "全屏";
        present_keys = "Arrow keys or space: next and back. B: black. N: speaker's window. F: filter. Esc: end.",
            "方向键或空格键翻页，B键黑屏，N键打开演讲者窗口，F键筛选，Esc键结束。";
        live_filter = "Filter for a question from the room", "应现场提问筛选";
        live_filter_on = "Filtered for a question; the briefing itself is unchanged.", "已应提问临时筛选，简报本身未改变。";
        live_filter_off = "Back to the briefing", "回到简报";
        anonymise = "Anonymise", "匿名";
        anonymise_evaluators = "Evaluators by code", "评估员以代码表示";
        anonymise_providers = "Providers by code", "机构以代码表示";
        anonymised = "Anonymised", "已匿名";
        anonymised_both = "Evaluators and providers are named by code.", "评估员和机构以代码表示。";
        anonymised_evaluators = "Evaluators are named by code.", "评估员以代码表示。";
        anonymised_providers = "Providers are named by code.", "机构以代码表示。";
        min_group = "Smallest group shown", "最小公布人数";
        min_group_hint = "Categories and groups with fewer evaluators or providers are left out; rows about single ones stay.", "评估员或机构数少于此数的类别和分组不予显示；单个评估员或机构的行保留。";
        export = "Export", "导出";
        export_pptx = "Slides (PPTX)", "幻灯片（PPTX）";
        export_html = "Page for the browser (HTML)", "网页（HTML）";
        export_xlsx = "Workbook (XLSX)", "工作簿（XLSX）";
        export_json = "Report for Evenhand (JSON)", "Evenhand报告文件（JSON）";
        export_sheets = "Feedback sheets (ZIP)", "反馈单（ZIP）";
        export_sheets_html = "Feedback sheets as one page", "反馈单（单个网页）";
        export_print = "Print or save as PDF", "打印或存为PDF";
        exporting = "Making the file…", "正在生成文件……";
        exported = "The file was made.", "文件已生成。";
        save_briefing = "Save the briefing", "保存简报";
        open_briefing = "Open a briefing", "打开简报";
        not_a_briefing = "This file is no briefing.", "该文件不是简报。";
        newer_briefing = "This briefing comes from a newer version of Evenhand.", "该简报来自更新版本的Evenhand。";
        stale = "Out of date", "已过时";
        stale_changed = "The numbers have changed since this was pinned.", "固定之后数字已有变化。";
        stale_gone = "The data or the filter no longer give this.", "当前数据或筛选条件下已没有此内容。";
        stale_filter = "The filter names something that the data set does not have.", "筛选条件中有数据集不存在的内容。";
        refresh = "Take the numbers of now", "更新为当前数字";
        remake = "Pinned with another filter than the page's.", "固定时的筛选条件与当前页面不同。";
        other_dataset = "This briefing was made for another data set.", "该简报是为另一数据集制作的。";
        in_short = "In short", "结论概要";
        nothing_said = "Nothing stands out.", "没有突出的发现。";
        suppressed = "Left out: the group is too small to be published.", "未显示：人数过少，不宜公布。";
        not_concluded = "What may not be concluded", "不能据此断定的事";
        no_caveats = "The answers carry no further caveats.", "本报告的回答没有其他保留事项。";
        methods = "Methods", "方法";
        filters = "Filters", "筛选条件";
        contents = "Contents", "目录";
        numbers_behind = "The numbers behind the chart", "图表数据";
        data_set = "Data set", "数据集";
        version = "Version", "版本";
        made_with = "Made with Evenhand", "由Evenhand生成";
        default_title = "Results of the evaluation", "评估结果";
        question_evaluators = "Evaluators", "评估员";
        question_indicators = "Indicators", "指标";
        question_providers = "Providers", "被评机构";
        sheet = "Sheet", "工作表";
        item = "Item", "项目";
        feedback = "Feedback sheets", "反馈单";
        feedback_texts = "Words of the feedback sheets", "反馈单文字";
        feedback_opening = "Above the numbers", "数字之前";
        feedback_closing = "Below the numbers", "数字之后";
        provider_opening = "This sheet says where your organisation stands in this round of evaluation, how surely that is known, and by which indicators.",
            "本反馈单说明贵机构在本轮评估中所处的位置、该结果的把握程度，以及依据哪些指标。";
        provider_closing = "Ranks and composites rest on the judgement of people. Where intervals overlap, the order is not established. Please tell us where you see things differently.",
            "名次和得分来自人的判断。区间有重叠时，先后次序并不确定。如有不同看法，请告知我们。";
        evaluator_opening = "This sheet compares your scores with those of the colleagues who scored the same providers. A difference opens a conversation; it is no verdict.",
            "本反馈单将您的评分与评审相同机构的同事进行对照。差异是交流的起点，而非定论。";
        evaluator_closing = "Whoever differs from the panel may be the one who is right. Please bring examples to the next meeting of the panel.",
            "与评审组不同的人，也可能是正确的一方。请携带实例参加下次评审组会议。";
        for_provider = "Feedback to a provider", "机构反馈单";
        for_evaluator = "Feedback to an evaluator", "评估员反馈单";
        no_sheets = "There is nobody to write a sheet for in this selection.", "当前所选数据中没有可生成反馈单的对象。";
    }
}
