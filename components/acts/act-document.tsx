import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { ActDocument, Block, Table as TableBlock } from "#lib/acts/document.ts";

interface Props {
  t: Translate;
  act: ActDocument;
}

/** The act as a page that prints: the same blocks from which the DOCX is made. */
export function ActDocumentView({ t, act }: Props) {
  return (
    <article className="grid gap-4" lang={act.language}>
      <p className="text-center">{act.school}</p>
      <div className="flex flex-wrap justify-between gap-4">
        {[act.considered, act.approved].map((lines) => (
          <p key={lines[0]} className="whitespace-pre-line">
            {lines.join("\n")}
          </p>
        ))}
      </div>
      {act.blocks.map((block) => (
        <BlockView key={block.key} t={t} block={block} />
      ))}
    </article>
  );
}

function BlockView({ t, block }: { t: Translate; block: Block }) {
  if (block.kind === "heading")
    return (
      <h2 id={block.key} className="mt-6 border-t-2 border-ink pt-3">
        {block.number === "" ? block.text : `${block.number}. ${block.text}`}
      </h2>
    );
  if (block.kind === "table") return <TableView t={t} table={block} />;
  return (
    <div id={block.key} className="grid max-w-measure gap-1">
      <p className="whitespace-pre-line">
        {block.number}. {block.text}
      </p>
      {block.items.length > 0 ? (
        <ul className="list-disc pl-6">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function TableView({ t, table }: { t: Translate; table: TableBlock }) {
  if (table.rows.length === 0) return <p>{table.empty}</p>;
  const rows = table.rows.map((cells, i) => ({ key: String(i), cells }));
  const columns = table.columns.map(
    ({ title }, i): Column<(typeof rows)[number]> => ({
      key: String(i),
      head: title,
      cell: (row) => row.cells[i] || t("acts.page.nothing"),
    }),
  );
  return (
    <Table
      id={table.key}
      t={t}
      caption={table.caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
    />
  );
}
