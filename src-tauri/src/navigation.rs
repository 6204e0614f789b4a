//! The windows show the program's own pages and go nowhere else, whatever a page, a link or a dropped file asks for.

use tauri::plugin::{Builder, TauriPlugin};
use tauri::{Runtime, Url};

/// Refuses every navigation of every window to anything but the program's own pages.
pub fn guard<R: Runtime>() -> TauriPlugin<R> {
    Builder::new("navigation").on_navigation(|_, to| is_own_page(to)).build()
}

/// Whether this is a page of the program: it comes from the program itself, not from a server or the disk. On Windows the
/// engine knows no schemes of our own, and the same pages come under hosts that no name server may give (RFC 6761).
fn is_own_page(to: &Url) -> bool {
    const OWN: [&str; 2] = ["tauri", "isolation"];
    let host = to.host_str().unwrap_or_default();
    match to.scheme() {
        "http" | "https" => cfg!(windows) && OWN.iter().any(|own| host == format!("{own}.localhost")),
        "about" => to.path() == "blank",
        scheme => OWN.contains(&scheme) && host == "localhost",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_programs_own_pages_are_gone_to() {
        for own in
            ["tauri://localhost", "tauri://localhost/index.html", "isolation://localhost", "about:blank"]
        {
            assert!(is_own_page(&own.parse().unwrap()), "{own}");
        }
        for other in [
            "https://example.org/",
            "http://localhost:1420/",
            "http://127.0.0.1/",
            "file:///etc/passwd",
            "data:text/html,x",
            "javascript:alert(1)",
            "blob:tauri://localhost/1",
            "tauri://elsewhere/",
            "about:config",
        ] {
            assert!(!is_own_page(&other.parse().unwrap()), "{other}");
        }
    }
}
