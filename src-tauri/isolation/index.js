// Every message from the page to Rust passes here first, in a frame that the page cannot reach.
// Only calls shaped like ours go on; anything else is renamed to a command that nobody may call,
// because a hook that throws would leave the caller waiting for ever.
const REFUSED = "refused_by_isolation";
const OUR_NAME = /^[a-z][a-z0-9_]{0,63}$/;
// Tauri's own way to hand over long progress messages.
const CHANNEL = "plugin:__TAURI_CHANNEL__|fetch";
const MAX_ARGUMENT_BYTES = 8 * 1024 * 1024;

function isOurs(message) {
  if (message.cmd === CHANNEL) return true;
  if (typeof message.cmd !== "string" || !OUR_NAME.test(message.cmd)) return false;
  const args = message.payload;
  if (args === undefined || args === null) return true;
  if (typeof args !== "object" || Array.isArray(args)) return false;
  return JSON.stringify(args).length <= MAX_ARGUMENT_BYTES;
}

window.__TAURI_ISOLATION_HOOK__ = (message) => {
  try {
    return isOurs(message) ? message : { ...message, cmd: REFUSED, payload: {} };
  } catch {
    return { ...message, cmd: REFUSED, payload: {} };
  }
};
