const SYSTEMS = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"];
const PROCESSORS = ["wasm32", "arm64", "x64", "ia32", "ppc64", "s390x", "riscv64", "loong64", "arm"];

/**
 * The optional packages that some package of a lock asks for and that the lock does not hold, with the entries they need.
 * @param {Record<string, any>} packages the `packages` of a package-lock.json
 * @returns {{ name: string, entry: Record<string, unknown> }[]}
 */
export function missingPrograms(packages) {
  return Object.entries(packages).flatMap(([path, asker]) =>
    Object.entries(asker.optionalDependencies ?? {})
      .filter(([name]) => !isHeld(packages, path, name))
      .map(([name, version]) => ({ name, entry: entryOf(name, String(version), asker.dev === true) })),
  );
}

/** npm looks in the asker's own folder, then in every folder above. */
function isHeld(packages, path, name) {
  for (let base = path; ; base = base.slice(0, Math.max(0, base.lastIndexOf("/node_modules/")))) {
    if (packages[`${base === "" ? "" : `${base}/`}node_modules/${name}`]) return true;
    if (base === "") return false;
  }
}

function entryOf(name, version, dev) {
  const platform = name.slice(name.indexOf("/") + 1);
  const cpu = PROCESSORS.find((processor) => platform.includes(processor));
  const os = SYSTEMS.find((system) => platform.includes(system));
  const libc =
    os !== "linux"
      ? undefined
      : platform.includes("musl")
        ? "musl"
        : platform.includes("gnu")
          ? "glibc"
          : undefined;
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}
