import { PageHeader } from "#components/layout/page-header.tsx";
import { Prose } from "#components/public/prose.tsx";
import { answerConstant } from "../answer.tsx";

/** How published numbers are computed, what is hidden and why, how to check an edition. */
export async function GET(request: Request): Promise<Response> {
  return answerConstant(request, (reader) => {
    const { t } = reader;
    const keys = "public.method";
    return {
      title: t("public.method.title"),
      description: t("public.method.description"),
      place: "method",
      body: (
        <>
          <PageHeader t={t} title={t("public.method.title")} lead={<p>{t("public.method.lead")}</p>} />
          <Prose
            reader={reader}
            keys={keys}
            parts={[
              { id: "source", texts: ["text1", "text2", "text3"] },
              { id: "share", texts: ["text1", "formula", "text2", "text3", "text4"] },
              { id: "interval", texts: ["text1", "text2", "text3"] },
              { id: "difference", texts: ["text1", "text2"] },
              { id: "hidden", texts: ["text1", "text2", "text3", "text4", "zero"] },
              { id: "ranking", texts: ["text1", "text2"] },
              {
                id: "trust",
                texts: ["text1", "text2"],
                children: (
                  <>
                    <ul className="grid gap-1">
                      <li className="fingerprint">{t("public.method.trust.windows")}</li>
                      <li className="fingerprint">{t("public.method.trust.unix")}</li>
                    </ul>
                    <p>{t("public.method.trust.text3")}</p>
                  </>
                ),
              },
            ]}
          />
        </>
      ),
    };
  });
}
