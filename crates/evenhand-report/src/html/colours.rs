//! Colours as CSS: the variables of a page, and the roles of charts for the theme that a file was not drawn in.

use evenhand_charts::{Palette, Role};

/// The roles whose colours differ between themes.
fn roles() -> Vec<Role> {
    let mut roles = vec![
        Role::Ink,
        Role::Muted,
        Role::Faint,
        Role::Grid,
        Role::Reference,
        Role::Accent,
        Role::Harsher,
        Role::Lenient,
        Role::Better,
        Role::Worse,
        Role::Neutral,
        Role::Uncertain,
        Role::Surface,
    ];
    roles.extend((0..8).map(Role::Series));
    roles.extend((0..=10).map(Role::Shade));
    roles.extend((-5..=5).map(Role::Diverge));
    roles
}

/// The variables of a palette.
pub(super) fn variables(palette: &Palette) -> String {
    let named = [
        ("surface", Role::Surface),
        ("ink", Role::Ink),
        ("muted", Role::Muted),
        ("line", Role::Grid),
        ("faint", Role::Faint),
        ("accent", Role::Accent),
        ("warn", Role::Harsher),
    ];
    named.iter().map(|(name, role)| format!("--bf-{name}:{};", palette.color(*role))).collect()
}

/// Rules that recolour charts.
pub(super) fn chart_rules(palette: &Palette) -> String {
    let mut css = String::new();
    for role in roles() {
        let (class, colour) = (role.class(), palette.color(role));
        css.push_str(&format!(".{class}.p-fill{{fill:{colour}}}.{class}.p-stroke{{stroke:{colour}}}"));
        css.push_str(&format!(".m-text.{class}{{fill:{}}}", palette.text_color(role)));
        css.push_str(&format!(".m-text.on-{class}{{fill:{}}}", palette.text_over(role)));
    }
    let surface = palette.color(Role::Surface);
    css.push_str(&format!(".m-dot.is-hollow{{fill:{surface}}}.m-text[stroke]{{stroke:{surface}}}"));
    css
}
