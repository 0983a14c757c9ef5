import { PageHeader } from "#components/layout/page-header.tsx";
import { Prose } from "#components/public/prose.tsx";
import { answerConstant } from "../answer.tsx";

/** What ВПР are, for families, in plain words. */
export async function GET(request: Request): Promise<Response> {
  return answerConstant(request, (reader) => {
    const { t, link } = reader;
    return {
      title: t("public.families.title"),
      description: t("public.families.description"),
      place: "families",
      body: (
        <>
          <PageHeader t={t} title={t("public.families.title")} lead={<p>{t("public.families.lead")}</p>} />
          <Prose
            reader={reader}
            keys="public.families"
            parts={[
              { id: "what", texts: ["text1", "text2"] },
              { id: "why", texts: ["text1", "text2"] },
              { id: "mark", texts: ["text1"] },
              { id: "talk", texts: ["text1", "text2", "text3"] },
              {
                id: "cannot",
                texts: ["text1", "text2", "text3"],
                children: (
                  <p>
                    <a href={link("/schools")}>{t("public.families.findSchool")}</a>
                  </p>
                ),
              },
            ]}
          />
        </>
      ),
    };
  });
}
