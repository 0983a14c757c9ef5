import { invitePerson } from "#lib/people/invitation-commands.ts";
import { inviteSchema } from "#lib/people/schema.ts";
import { asViewer } from "#lib/platform/access/as-viewer.ts";
import { systemViewer } from "#lib/platform/access/viewer.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { command, needed, printJson, text, UsageError, type Words } from "./command.ts";

/** `portal user add`: adds a person and prints the one-time link by which the password is set. */
export const userAdd = command(
  {
    email: { type: "string" },
    name: { type: "string" },
    role: { type: "string" },
    region: { type: "string" },
    municipality: { type: "string" },
    school: { type: "string" },
    classes: { type: "string" },
    json: { type: "boolean" },
  },
  async (words, t) => {
    const input = inviteSchema.safeParse({
      email: needed(words, "email"),
      name: needed(words, "name"),
      role: needed(words, "role"),
      classLabels: text(words, "classes"),
      ...(await unitOf(words)),
    });
    if (!input.success)
      throw new UsageError("usage.person", {
        fields: input.error.issues.map((issue) => issue.path.join(".")).join(", "),
      });
    const { personId, token } = await invitePerson(systemViewer, input.data, currentInstant());
    const link = `${env.PORTAL_URL}/invitation/${token}`;
    if (words.values.json) printJson({ personId, link });
    else console.log(t("user-add.done", { email: input.data.email, link }));
    return 0;
  },
);

/** The unit by what people know of it: code of a region, code or name of a municipality, login of a school. */
function unitOf(words: Words): Promise<Record<string, string>> {
  return asViewer(systemViewer, async (tx) => {
    const ids: Record<string, string> = {};
    const region = text(words, "region");
    const municipality = text(words, "municipality");
    const school = text(words, "school");
    if (region !== undefined)
      ids.regionId = idOf(await tx.region.findUnique({ where: { code: region } }), region);
    if (municipality !== undefined)
      ids.municipalityId = idOf(
        await tx.municipality.findFirst({ where: { OR: [{ code: municipality }, { name: municipality }] } }),
        municipality,
      );
    if (school !== undefined)
      ids.schoolId = idOf(
        await tx.school.findUnique({ where: { login: school.replace(/^(edu|sch)/i, "") } }),
        school,
      );
    return ids;
  });
}

function idOf(unit: { id: number } | null, asked: string): string {
  if (!unit) throw new UsageError("usage.noUnit", { value: asked });
  return String(unit.id);
}
