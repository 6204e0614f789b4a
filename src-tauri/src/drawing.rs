//! How the engine draws. It must not know what is drawn.
use tauri::plugin::{Builder, TauriPlugin};
use tauri::{Runtime, Webview};

/// Has every window drawn by the processor. The page is text and hairlines: what a graphics card, or its imitation where there
/// is none, would make faster is not in it, while its drivers and layers take 150 MiB in each web process.
pub fn plainly<R: Runtime>() -> TauriPlugin<R> {
    Builder::new("drawing").on_webview_ready(|webview| without_layers(&webview)).build()
}

#[cfg(target_os = "linux")]
fn without_layers<R: Runtime>(webview: &Webview<R>) {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};
    let told = webview.with_webview(|view| {
        if let Some(settings) = view.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    });
    if let Err(error) = told {
        eprintln!("entaku: the window is drawn with layers: {error}");
    }
}

#[cfg(not(target_os = "linux"))]
fn without_layers<R: Runtime>(_webview: &Webview<R>) {}
