/// The head of a table column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Short header.
    pub header: &'static str,
    /// What the column holds, in a sentence.
    pub tip: &'static str,
}

/// The words around a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChartWords {
    /// Title.
    pub title: &'static str,
    /// What is drawn, with its unit.
    pub subtitle: &'static str,
    /// Horizontal axis.
    pub x: &'static str,
    /// Vertical axis.
    pub y: &'static str,
    /// How to read it, in a sentence or two.
    pub how_to_read: &'static str,
}

/// A column head in one expression.
pub(super) const fn column(header: &'static str, tip: &'static str) -> Column {
    Column { header, tip }
}

/// The words around a chart in one expression: title, subtitle, axes and reading help.
pub(super) const fn chart(
    title: &'static str,
    subtitle: &'static str,
    [x, y]: [&'static str; 2],
    how_to_read: &'static str,
) -> ChartWords {
    ChartWords { title, subtitle, x, y, how_to_read }
}

#[cfg(test)]
impl super::declare::Texts for Column {
    fn collect(&self, into: &mut Vec<&'static str>) {
        into.extend([self.header, self.tip]);
    }
}

#[cfg(test)]
impl super::declare::Texts for ChartWords {
    fn collect(&self, into: &mut Vec<&'static str>) {
        into.extend([self.title, self.subtitle, self.x, self.y, self.how_to_read]);
    }
}
