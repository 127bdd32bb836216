words! {
    /// The data-quality report.
    pub struct Quality {
        question = "Can these data be relied on?", "这些数据可靠吗？";
        heading = "Data quality", "数据质量";
        nothing_wrong = "Nothing wrong was found.", "未发现问题。";
        problems_heading = "What was found", "发现的问题";
        kind = "Problem", "问题";
        count = "How often", "次数";
        action = "What was done", "处理方式";
        place = "Where", "位置";
        sheet = "Sheet", "工作表";
        row = "Row", "行";
        found = "Found", "实际内容";
        expected = "Expected", "应为";
        details = "Show each one", "逐条查看";
        hide_details = "Hide the list", "收起列表";
        previous = "Previous", "上一页";
        next = "Next", "下一页";
        last = "Last", "最后一页";
        most_frequent = "Most frequent", "最常见";
        download = "Download the whole report (CSV)", "下载完整报告（CSV）";
        preparing = "Preparing the report…", "正在准备报告……";
        policy = "What cannot be used is left out and listed here; nothing is ever changed in silence.",
            "无法使用的内容会被略去并列在此处，绝不会被悄悄改动。";
        choose_action = "What is to be done", "处理方式";
        sample_fixed = "The sample data are read in the usual way; with files of your own you can choose what is done about each kind.",
            "示例数据按通常方式读取；载入自己的文件时，可选择每类问题的处理方式。";
        your_choices = "Your choices", "您的选择";
        choices_hint = "They are part of every number since, of the mapping file and of every export.",
            "此后的所有数字、对应关系文件和导出内容均按这些选择得出。";
        undo = "Undo the last choice", "撤销上一项选择";
        join = "Join", "合并";
        join_hint = "Ids that are nearly the same are kept apart until you join them.", "近似的编号在您确认合并之前一直分开处理。";
        missing_heading = "Where scores are missing", "缺失的评分在哪里";
        missing_scores = "Missing scores", "缺失的评分";
        expected_scores = "If all were complete", "填齐应有";
        scored = "Scores there are", "已有评分";
        nothing_missing = "No score is missing: every score sheet has a score for every indicator of its round.",
            "没有缺失：每份评分表都包含该轮全部指标的评分。";
        design_heading = "Who connects the rounds", "谁把各轮联系起来";
        rounds_linked = "Two rounds", "两个轮次";
        common_evaluators = "Evaluators in both", "共同的评估员";
        common_providers = "Providers in both", "共同的机构";
        subsets = "Groups that nothing links (1: all hang together)", "互不相连的部分（1表示全部相连）";
        parts = "Parts that no evaluator connects", "没有评估员相连的部分";
        method = "Counts are of instances: rows, cells or ids. A round expects of each of its score sheets one score for every indicator that the round uses at all; what is missing is the rest. Two evaluators are connected when they scored the same provider in the same round, or are so through others.",
            "次数指出现的处数，即行、单元格或编号的个数。一轮中凡使用过的指标，每份评分表都应各有一个评分，缺少的即为缺失。两名评估员在同一轮评过同一家机构，或通过他人如此相连，即为相连。";
    }
}
