//! Failures of the store in the reader's words.

use super::{Code, Problem};
use entaku_store::StoreError;

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        let en = sentence(&error);
        let (code, ja) = match &error {
            StoreError::NotAStore { dir, missing } => (
                Code::NotFound,
                format!("{} に症例ストアがありません（{missing} が見つかりません）。ストアを作成したフォルダーを指定してください。", dir.display()),
            ),
            StoreError::NotEmpty { dir, found } => (
                Code::Store,
                format!("{} は空ではありません（{found}）。新しいフォルダーか空のフォルダーを指定してください。", dir.display()),
            ),
            StoreError::UnsafePlace { dir, kind } => (
                Code::Store,
                format!("{} はネットワーク共有（{kind}）上にあり、障害時にストアが壊れるおそれがあります。このコンピューターのディスク上のフォルダーを指定してください。", dir.display()),
            ),
            StoreError::SignInRefused => (Code::SignInRefused, "サインイン名またはパスワードが正しくありません。".to_owned()),
            StoreError::RecoveryCodeMistyped(_) | StoreError::RecoveryRefused => (
                Code::SignInRefused,
                "回復コードが正しくありません。印刷した控えのとおりに入力してください。".to_owned(),
            ),
            StoreError::Stale { .. } => (
                Code::Stale,
                "表示後に他の人がこの症例を変更しました。最新の内容を読み込んでから、もう一度操作してください。何も記録されていません。".to_owned(),
            ),
            StoreError::Newer { .. } => (
                Code::Store,
                "このストアは新しい版のEntakuで作成されています。プログラムを更新してください。ストアは変更していません。".to_owned(),
            ),
            StoreError::HeadRefused(_) => (
                Code::Store,
                "記録の末尾が、保管されている控えと一致しません（古い複製への差し替えや末尾の欠落のおそれ）。閲覧はできますが、記録はできません。管理者が「設定」の「ストアの検査」で確かめ、理由を添えて承認するまで書き込みを止めています。".to_owned(),
            ),
            StoreError::DiskFull(_) => (
                Code::Store,
                "ディスクの空きがありません。空きを作ってから、もう一度操作してください。何も記録されていません。".to_owned(),
            ),
            StoreError::Busy => (Code::Store, "他のプログラムがストアを使用中です。少し待ってから、もう一度操作してください。".to_owned()),
            StoreError::NoAttachment(_) => (Code::NotFound, "保存されているはずのファイルが見つかりません。管理者に連絡してください。".to_owned()),
            StoreError::Damaged { file, .. } | StoreError::KeyFile { path: file, .. } => (
                Code::Damaged,
                format!("{} が壊れています。何も変更していません。ファイルはそのまま残し、最新のバックアップから復元してください。（{}）", file.display(), sentence(&error)),
            ),
            StoreError::Database { .. } => (
                Code::Damaged,
                format!("データベースを読み取れません。何も変更していません。ディスクを確認し、最新のバックアップから復元してください。（{}）", sentence(&error)),
            ),
            other => (Code::Store, format!("ストアの操作に失敗しました。何も記録されていません。（{}）", sentence(other))),
        };
        Self::new(code, ja, en)
    }
}

/// The error and its causes in one line.
fn sentence(error: &StoreError) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        text.push_str(&format!(": {inner}"));
        cause = inner.source();
    }
    text
}
