//! The HTTP headers of the site: the same ones in the local server and in the file a static host reads.

/// What the page may load: its own files and nothing else.
///
/// `data:` and `blob:` images are the charts on their way to a file; neither leaves the browser.
const POLICY: [&str; 11] = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
];

/// For files whose name carries their content's hash.
pub const CACHE_FOR_EVER: &str = "public, max-age=31536000, immutable";

/// For everything else: ask each time whether it has changed.
pub const CACHE_CHECK: &str = "no-cache";

/// The headers of every answer, apart from `Cache-Control`.
pub fn fixed() -> [(&'static str, String); 6] {
    [
        ("Content-Security-Policy", POLICY.join("; ")),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
        (
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), fullscreen=(self)".to_owned(),
        ),
    ]
}

/// The policy for a `<meta>` element, for hosts that cannot set headers; browsers ignore `frame-ancestors` there.
pub fn policy_for_meta() -> String {
    POLICY.iter().filter(|rule| !rule.starts_with("frame-ancestors")).copied().collect::<Vec<_>>().join("; ")
}

/// The `_headers` file that Netlify, Cloudflare Pages and others read.
///
/// `hashed` names the files that never change, relative to the site.
pub fn headers_file(hashed: &[String]) -> String {
    let mut text = String::from("/*\n");
    for (name, value) in fixed() {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    for path in ["/", "/index.html", "/methods.en.html", "/methods.zh.html", "/service-worker.js"] {
        text.push_str(&format!("{path}\n  Cache-Control: {CACHE_CHECK}\n"));
    }
    for path in hashed {
        text.push_str(&format!("/{path}\n  Cache-Control: {CACHE_FOR_EVER}\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_lets_nothing_out() {
        let policy = POLICY.join("; ");
        assert!(policy.starts_with("default-src 'none'"));
        for leak in ["http:", "https:", "*", "'unsafe-inline'", "'unsafe-eval'"] {
            assert!(!policy.contains(leak), "{leak}");
        }
        assert!(policy.contains("connect-src 'self';"));
    }

    #[test]
    fn the_meta_policy_differs_only_in_frame_ancestors() {
        assert_eq!(format!("{}; frame-ancestors 'none'", policy_for_meta()), POLICY.join("; "));
    }

    #[test]
    fn the_headers_file_lists_fixed_headers_and_caching() {
        let text = headers_file(&["page-af63dc4c8601ec8c.js".to_owned()]);
        assert!(text.starts_with("/*\n  Content-Security-Policy: default-src 'none'; script-src"));
        assert!(text.contains("/index.html\n  Cache-Control: no-cache\n"));
        assert!(
            text.ends_with(
                "/page-af63dc4c8601ec8c.js\n  Cache-Control: public, max-age=31536000, immutable\n"
            )
        );
    }
}
