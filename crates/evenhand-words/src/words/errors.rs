words! {
    /// What is said when something went wrong.
    pub struct Errors {
        title = "Something went wrong", "出现问题";
        load_failed = "The files could not be loaded", "文件未能载入";
        no_answer = "There is no answer for this selection", "当前所选数据无法得出结果";
        engine_failed = "The engine could not be started.", "分析引擎无法启动。";
        engine_failed_hint = "If the network broke off, try again. Evenhand needs a current version of Chrome, Edge, Firefox or Safari with WebAssembly switched on.",
            "如果是网络中断，请重试。Evenhand需要较新版本的Chrome、Edge、Firefox或Safari浏览器，并启用WebAssembly。";
        engine_restarted = "The engine stopped unexpectedly and was restarted. Your data were loaded again.",
            "分析引擎意外停止，现已重新启动，数据也已重新载入。";
        engine_stopped = "The engine stopped unexpectedly. It may have run out of memory; please try again.",
            "分析引擎意外停止，可能是内存不足，请重试。";
        engine_restarting = "The engine stopped unexpectedly and is being restarted…", "分析引擎意外停止，正在重新启动……";
        engine_lost_data = "The engine was restarted, but the files can no longer be read. Please load them again.",
            "分析引擎已重新启动，但无法再次读取原文件，请重新载入。";
        cancelled = "Cancelled.", "已取消。";
        nothing_loaded = "No data are loaded yet.", "尚未载入数据。";
        report_only = "What is open is a report without its scores: it answers what was asked when it was written, for its filter, marks and thresholds. Load the scores to ask more.",
            "当前打开的是不含原始评分的报告，只能回答生成时的问题（按其筛选、标准和阈值）。如需进一步分析，请载入评分数据。";
        version_mismatch = "The page and the engine are of different versions. Please reload the page.",
            "页面与分析引擎的版本不一致，请刷新页面。";
        only_csv = "This version reads CSV files only. Save the table as CSV and try again.",
            "此版本只能读取CSV文件，请将表格另存为CSV后重试。";
        update_ready = "A new version of Evenhand is ready. Reload to use it; files that are loaded must be chosen again.",
            "Evenhand已有新版本。刷新页面即可使用，已载入的文件需要重新选择。";
        reload = "Reload the page", "刷新页面";
        not_found = "This page does not exist.", "页面不存在。";
        go_home = "Go to the overview", "前往概览";
    }
}
