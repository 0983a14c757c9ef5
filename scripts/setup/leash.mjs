// Preloaded into programs that the portal starts: when the portal is killed, its channel closes and they end too,
// so that a killed portal leaves no web server behind on its port.
process.on("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 3_000).unref();
});
process.channel?.unref();
