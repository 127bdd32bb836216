words! {
    /// The guided tour of the sample.
    pub struct Tour {
        start = "Show me around", "带我看看";
        start_hint = "Six steps through the sample data", "用示例数据走六步";
        label = "Guided tour", "导览";
        next = "Next", "下一步";
        back = "Back", "上一步";
        skip = "End the tour", "结束导览";
        done = "Done", "完成";
        overview_title = "What the data say, first", "先看数据说了什么";
        overview = "Every page begins with findings in plain sentences, the most consequential first. “See the evidence” leads to the numbers behind one.",
            "每页都以通俗的发现开头，影响最大的排在最前。点“查看依据”可看到背后的数字。";
        evaluators_title = "Who is harsh, who is lenient", "谁偏严，谁偏宽";
        evaluators = "Each dot is an evaluator, the line its 95% interval. Point at one, or step through them with the arrow keys; a click leads to its row in the table.",
            "每个点代表一名评估员，横线是95%置信区间。可用鼠标指向，也可用方向键逐个查看；点击可跳到表中对应的行。";
        drift_title = "Who drifted, and when", "谁发生了漂移，何时";
        drift = "Severity round by round. In the sample one evaluator became harsher and one more lenient in the fourth round; the table names them, with the size of the change and how sure it is.",
            "逐轮的严厉度。示例中有一名评估员自第四轮起变严，一名变宽；表中列出姓名、变化幅度和把握程度。";
        filter_title = "One round, one kind of provider", "只看某一轮、某类机构";
        filter = "Filters stay as you go from page to page, and they are in the address: a bookmark brings the view back, never the data.",
            "筛选在各页之间保持不变，并写入网址：书签能恢复视图，但不会包含数据。";
        providers_title = "Who really differs", "谁真的不同";
        providers = "Composites with the evaluators' severity removed, each with its interval and the ranks that the data leave open.",
            "扣除评估员严厉度后的综合得分，每个都附区间以及数据所能支持的名次范围。";
        quality_title = "What was wrong with the files", "文件里有什么问题";
        quality = "Everything that was unreadable, missing, double or out of range is listed with its place, and you choose what is done about it. That is all: press Ctrl-K to find anything, or drop your own files.",
            "无法读取、缺失、重复或超出范围的内容都会列出位置，由您决定如何处理。导览到此结束：按Ctrl-K可搜索任何内容，也可以拖入自己的文件。";
    }
}
