words! {
    /// The page of methods.
    pub struct MethodsPage {
        heading = "How every number is computed", "每个数字如何计算";
        lead = "Each statistic in plain words, how it is computed, what it does not say, and where it comes from.",
            "每个统计量的含义、计算方法、不能说明的内容以及出处。";
        contents = "Contents", "目录";
        how = "How it is computed", "如何计算";
        limits = "What it does not say", "不能说明的内容";
        sources = "Sources", "出处";
        link = "Method", "方法";
        link_help = "How this is computed (opens beside this page)", "如何计算（在新页面打开）";
    }
}
