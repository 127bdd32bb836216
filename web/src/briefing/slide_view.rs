//! A slide as the engine drew it.

use leptos::prelude::*;

/// The stage that a slide fills, 16 to 9; `html` is a fragment of the engine's, whose words are escaped.
pub fn slide_view(html: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    view! { <div class="bf-stage" inner_html=html></div> }.into_any()
}
