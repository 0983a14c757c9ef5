"use client";

import { type DragEvent, useRef, useState } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

interface Props {
  id: string;
  name: string;
  accept?: string;
  /** A client component takes ready words, not a translator. */
  label: string;
  hint: string;
  /** Before the number of chosen files: «Выбрано файлов:». */
  chosen: string;
  error?: string;
}

/** A plain file field that also takes dropped files and says which were chosen. Without scripts it is still the field. */
export function FileDrop({ id, name, accept, label, hint, chosen, error }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [names, setNames] = useState<readonly string[]>([]);

  function list() {
    setNames([...(input.current?.files ?? [])].map((file) => file.name));
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!input.current || event.dataTransfer.files.length === 0) return;
    input.current.files = event.dataTransfer.files;
    input.current.dispatchEvent(new Event("change", { bubbles: true }));
  }
  function drag(event: DragEvent, isOver: boolean) {
    event.preventDefault();
    setOver(isOver);
  }

  return (
    <div className={classNames("field", error && "field-bad")}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {error ? (
        <div className="field-error" id={`${id}-error`}>
          {error}
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first */}
      <div
        className="drop w-full"
        data-over={over}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={drop}
      >
        <Icon name="upload" />
        <input
          ref={input}
          id={id}
          name={name}
          type="file"
          multiple
          accept={accept}
          onChange={list}
          aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
          aria-invalid={error ? true : undefined}
        />
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
        <div role="status">
          {names.length > 0 ? (
            <>
              <p className="font-semibold">
                {chosen} {names.length}
              </p>
              <ul className="text-small">
                {names.map((file, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two files from different folders may share a name
                  <li key={index}>{file}</li>
                ))}
              </ul>
            </>
          ) : null}
        </div>
      </div>
    </div>
  );
}
