words! {
    /// The frame of the dashboard: navigation, filters, theme and language.
    pub struct Nav {
        on_this_page = "On this page", "本页内容";
        product = "Evenhand", "Evenhand";
        tagline = "Are the evaluators even-handed, do the indicators hold, do the providers really differ?",
            "评估员是否公允，指标是否可靠，机构之间是否真有差别？";
        skip_link = "Skip to the content", "跳到正文";
        pages = "Pages", "页面";
        load = "Load", "载入数据";
        quality = "Data quality", "数据质量";
        quality_short = "Quality", "质量";
        overview = "Overview", "概览";
        evaluators = "Evaluators", "评估员";
        indicators = "Indicators", "指标";
        providers = "Providers", "被评机构";
        open_menu = "Open the menu", "打开菜单";
        close_menu = "Close the menu", "关闭菜单";
        dataset = "Data set", "数据集";
        no_dataset = "No data loaded", "尚未载入数据";
        simulated = "Simulated data", "模拟数据";
        filters = "Filters", "筛选";
        filter_round = "Round", "轮次";
        filter_category = "Provider category", "机构类别";
        all = "All", "全部";
        all_rounds = "All rounds", "全部轮次";
        all_categories = "All categories", "全部类别";
        filter_dimension = "Dimension", "维度";
        filter_source = "Source", "来源";
        filter_group = "Evaluator group", "评估员组别";
        all_dimensions = "All dimensions", "全部维度";
        all_sources = "All sources", "全部来源";
        all_groups = "All groups", "全部组别";
        clear_filters = "Clear filters", "清除筛选";
        language = "Language", "语言";
        theme = "Theme", "外观";
        theme_light = "Light", "浅色";
        theme_dark = "Dark", "深色";
        undo = "Undo", "撤销";
        large_type = "Large type", "大字号";
        theme_auto = "Like the system", "跟随系统";
        methods = "Methods", "方法说明";
        privacy_short = "All computed in this browser", "全部在本浏览器内计算";
    }
}
