/** A link of the frame. Its words come from the page, because the frame knows no feature. */
export interface Place {
  href: string;
  label: string;
  current?: boolean;
}

/** The same page in another language. */
export interface Language {
  code: "ru" | "uk";
  /** «Рус», «Укр» */
  label: string;
  href: string;
  current?: boolean;
}
