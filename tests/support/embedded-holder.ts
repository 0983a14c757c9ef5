import { openEmbedded } from "#lib/platform/db/embedded/embedded.ts";

/** A program that opens the embedded database of a folder and keeps it, until it is told to let it go or is killed. */
const [folder = "", durability] = process.argv.slice(2);
const passwords = { administratorPassword: "administrator", ownerPassword: "owner" };
const database = await openEmbedded({ folder, ...passwords, durable: durability === "durable" });
process.on("message", async () => {
  await database.close();
  process.exit(0);
});
process.on("disconnect", () => process.exit(1));
process.send?.(database.url);
