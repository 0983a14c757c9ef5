// Preloaded into programs that the portal starts: when the portal is killed, its channel closes and they end too,
// so that a killed portal leaves no web server behind on its port. It is not for the programs that they start in turn:
// their channels close whenever their work is done.
process.execArgv.splice(process.execArgv.indexOf("--import"), 2);
process.on("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 3_000).unref();
});
process.channel?.unref();
