words! {
    /// The command palette.
    pub struct Palette {
        title = "Search pages, evaluators, providers, indicators and actions", "搜索页面、评估员、机构、指标和操作";
        placeholder = "Type a name, an id or what you want to do", "输入名称、编号或想做的事";
        results = "Results", "搜索结果";
        none = "Nothing is called that.", "没有找到相符的条目。";
        page = "Page", "页面";
        action = "Action", "操作";
        print = "Print this page", "打印本页";
        keys = "↑ ↓ to choose, Enter to go, Esc to close", "↑ ↓ 选择，Enter 前往，Esc 关闭";
    }
}
