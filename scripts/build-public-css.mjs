/**
 * The stylesheets of pages without scripts, made from app/globals.css:
 * public/portal.css (everything the components use) and public/schemes/*.css (the colours of one scheme, for /prefs.css).
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = path.join(root, "app/globals.css");

/** Writes the files into a folder, `public/` unless told otherwise, and answers with their sizes in bytes. */
export async function buildPublicCss(to = path.join(root, "public")) {
  const fromHere = createRequire(import.meta.url);
  // The same postcss that Tailwind's plugin was built against, wherever the package manager put it.
  const fromTailwind = createRequire(fromHere.resolve("@tailwindcss/postcss"));
  const postcss = fromTailwind("postcss");
  const tailwind = fromHere("@tailwindcss/postcss");
  const css = await readFile(source, "utf8");
  const built = await postcss([tailwind({ base: root, optimize: { minify: true } })]).process(css, {
    from: source,
  });
  await mkdir(path.join(to, "schemes"), { recursive: true });
  const files = [{ name: "portal.css", text: built.css }, ...schemeFiles(postcss.parse(css))];
  await Promise.all(files.map(({ name, text }) => writeFile(path.join(to, name), text)));
  return files.map(({ name, text }) => ({ name, bytes: Buffer.byteLength(text) }));
}

/**
 * One file a scheme with the declarations of app/globals.css. Only on screens without a forced palette, and stronger than any
 * rule there, because a choice made here beats what the device prefers.
 */
function schemeFiles(tree) {
  const blocks = { light: [], dark: [], contrast: [], chb: [], bch: [], sg: [] };
  const shared = [];
  const take = (node) =>
    node.nodes.filter((child) => child.type === "decl").map((child) => `${child.prop}:${child.value}`);
  tree.each((rule) => {
    if (rule.type !== "rule") return;
    const named = /^:root\[data-scheme="(\w+)"\]$/.exec(rule.selector)?.[1];
    if (named) blocks[named].push(...take(rule));
    if (rule.selector !== ":root") return;
    blocks.light.push(...take(rule));
    for (const child of rule.nodes) {
      if (child.type !== "atrule" || child.name !== "variant") continue;
      if (child.params === "two-colour") shared.push(...take(child));
      else blocks[child.params.replace("-scheme", "")].push(...take(child));
    }
  });
  for (const name of ["chb", "bch", "sg"]) blocks[name].push(...shared);
  // Dark and contrast stand on the light scheme, as they do in the stylesheet.
  for (const name of ["dark", "contrast"]) blocks[name].unshift(...blocks.light);
  return Object.entries(blocks).map(([name, declarations]) => ({
    name: `schemes/${name}.css`,
    text: `@media screen and (forced-colors:none){:root:root:root{${declarations.join(";")}}}\n`,
  }));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { name, bytes } of await buildPublicCss()) console.log(`public/${name}: ${bytes}`);
}
