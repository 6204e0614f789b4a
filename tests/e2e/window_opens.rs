//! The window itself: it opens, the page is there, and what the page must not do is refused.
use std::time::Duration;

use entaku_tests::place::Folder;
use entaku_tests::window::{Launch, Session};
use serde_json::{Value, json};

/// Calls a command past the typed client, as a foreign script in the page would.
fn invoke(window: &Session, name: &str) -> Value {
    let script = "try { return { answer: await window.__TAURI_INTERNALS__.invoke(args[0], {}) } } \
                  catch (error) { return { refused: error } }";
    window.run_async(script, &[json!(name)])
}

fn open(folder: &Folder, launch: Launch) -> Session {
    let window = Session::start(launch.arg("--store").arg(folder.join("store")));
    window.wait_until("the page has words", Duration::from_secs(20), || !window.text().trim().is_empty());
    window
}

#[test]
fn the_window_opens_on_a_page_in_japanese() {
    let folder = Folder::new("window-opens");
    let window = open(&folder, Launch::app());
    assert_eq!(
        window.run("return document.documentElement.lang", &[]),
        json!("ja"),
        "Japanese is the default"
    );
    assert_eq!(
        window.run("return [innerWidth, innerHeight]", &[]),
        json!([1440, 900]),
        "room for three panes"
    );
}

#[test]
fn the_page_may_call_named_commands_and_nothing_of_the_frameworks_own() {
    let folder = Folder::new("window-permissions");
    let window = open(&folder, Launch::app());
    assert_eq!(invoke(&window, "ui_ready"), json!({"answer": null}), "a command of the table is answered");
    for name in ["plugin:dialog|open", "plugin:window|close", "plugin:event|listen", "drop_everything"] {
        assert!(invoke(&window, name)["refused"].is_string(), "“{name}” is refused");
    }
}

#[test]
fn the_page_reaches_no_network() {
    let folder = Folder::new("window-network");
    let window = open(&folder, Launch::app());
    // A server that would answer: a refusal for want of one would prove nothing.
    let server = std::net::TcpListener::bind("127.0.0.1:0").expect("this machine has a free port");
    let address = format!("http://{}/", server.local_addr().expect("a bound socket has an address"));
    server.set_nonblocking(true).expect("the socket can be asked without waiting");
    for script in [
        "try { await fetch(args[0], { mode: 'no-cors' }); return 'reached' } catch { return 'refused' }",
        "return await new Promise((done) => { const picture = new Image(); picture.onload = () => done('reached'); \
         picture.onerror = () => done('refused'); picture.src = args[0] })",
    ] {
        assert_eq!(window.run_async(script, &[json!(address)]), json!("refused"), "{script}");
        assert!(server.accept().is_err(), "nothing knocked at {address}: {script}");
    }
    // Nor does the window go there, or to a file, or to another text: by itself, by a link, or in a window of its own.
    let ways = [
        "location.href = arguments[0]",
        "const link = document.createElement('a'); link.href = arguments[0]; link.click()",
        "const link = document.createElement('a'); link.href = arguments[0]; link.target = '_blank'; link.click()",
        "window.open(arguments[0])",
    ];
    for elsewhere in [address.as_str(), "file:///etc/hostname", "data:text/html,elsewhere"] {
        for way in ways {
            window.run(way, &[json!(elsewhere)]);
            std::thread::sleep(Duration::from_millis(200));
            // The engine may open a connection at a click already, before it asks whether it may go there; nothing is asked of
            // the server and nothing told to it.
            if let Ok((mut line, _)) = server.accept() {
                line.set_read_timeout(Some(Duration::from_millis(300)))
                    .expect("a socket can be given patience");
                let mut said = [0; 64];
                let heard = std::io::Read::read(&mut line, &mut said).unwrap_or(0);
                assert_eq!(heard, 0, "{way}: {elsewhere}");
            }
            assert_eq!(window.run("return location.protocol", &[]), json!("tauri:"), "{way}: {elsewhere}");
            assert!(window.text().contains("円卓"), "the page is still there after {way}: {elsewhere}");
        }
    }
    assert_eq!(window.all_windows().len(), 1, "and no window opened");
}

#[test]
fn a_laid_answer_stands_in_for_the_file_dialog() {
    let folder = Folder::new("window-dialog");
    let chosen = folder.join("報告書 葛.json");
    let window =
        open(&folder, Launch::app().env("ENTAKU_E2E_OPEN", &chosen).env("ENTAKU_E2E_SAVE", folder.path()));
    assert_eq!(invoke(&window, "pick_files"), json!({"answer": [chosen]}), "a list, for one file too");
    assert_eq!(invoke(&window, "pick_folder"), json!({"answer": chosen}));
    assert_eq!(invoke(&window, "pick_save"), json!({"answer": folder.join("untitled")}));
}

#[test]
fn the_demonstration_opens_by_one_argument() {
    let folder = Folder::new("window-demonstration");
    let window = open(&folder, Launch::app().arg("--demo"));
    window.wait_for("2026-0001", Duration::from_secs(20));
    assert!(
        folder.join("entaku-demo").is_dir(),
        "it lies beside the store that is meant, not in the person's own"
    );
}

#[test]
fn a_long_reading_is_told_to_the_page_through_its_channel_and_can_be_stopped() {
    let folder = Folder::new("window-reading");
    let path = folder.join("long.vcf");
    let mut text =
        "##fileformat=VCFv4.2\n##contig=<ID=chr1>\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
            .to_owned();
    for position in 1..1_000_000 {
        text.push_str(&format!("chr1\t{position}\t.\tC\tT\t50\tPASS\tDP=300\n"));
    }
    std::fs::write(&path, text).expect("a file");
    let window = open(&folder, Launch::app());
    let script = "const tauri = window.__TAURI_INTERNALS__; const heard = []; \
        const id = tauri.transformCallback((told) => heard.push(told.message)); \
        await tauri.invoke('follow_reading', { channel: `__CHANNEL__:${id}` }); \
        const asked = tauri.invoke('inspect_file', { path: args[0] }).then(() => 'read', (refused) => refused.code); \
        let over = false; void asked.then(() => (over = true)); \
        while (heard.length === 0 && !over) await new Promise((go) => setTimeout(go, 10)); \
        await tauri.invoke('stop_reading', {}); \
        return { heard, ended: await asked }";
    let told = window.run_async(script, &[json!(path)]);
    assert_eq!(told["heard"][0]["file"], "long.vcf", "{told}");
    assert_eq!(told["ended"], "intake", "the reading was stopped: {told}");
}
