words! {
    /// Labels of the command line's summary; everything else is shared with the dashboard.
    pub struct Cli {
        files = "Files", "文件";
        loaded = "Loaded", "已载入";
        data_quality = "Data quality", "数据质量";
        nothing_wrong = "Nothing wrong was found.", "未发现问题。";
        selection = "Selection", "所选范围";
        questions = "The three questions, round by round", "三个问题，逐轮查看";
        findings = "Findings", "主要发现";
        caveats = "What may not be concluded", "不能据此断定的事";
        stopped = "Nothing was loaded.", "未载入任何数据。";
        errors_found = "Errors were found.", "发现错误。";
        written = "Report written", "报告已写入";
        simulated = "Simulated data written", "模拟数据已写入";
    }
}
