// In this order: later ones are named in the strings of the earlier.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/YaBrowser\/(\d+)/, "Yandex Browser"],
  [/Edg(?:A|iOS)?\/(\d+)/, "Edge"],
  [/OPR\/(\d+)/, "Opera"],
  [/SamsungBrowser\/(\d+)/, "Samsung Internet"],
  [/(?:Firefox|FxiOS)\/(\d+)/, "Firefox"],
  [/(?:Chrome|Chromium|CriOS)\/(\d+)/, "Chrome"],
  [/Version\/(\d+).*Safari/, "Safari"],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux|CrOS/, "Linux"],
];

/** Product names out of a User-Agent, for a list in which a person looks for a strange device. Empty when unknown. */
export function browserName(userAgent: string | null): string {
  const text = (userAgent ?? "").slice(0, 500);
  const browser = browsers
    .map(([pattern, name]) => [pattern.exec(text)?.[1], name] as const)
    .find(([version]) => version);
  const system = systems.find(([pattern]) => pattern.test(text))?.[1];
  return [browser ? `${browser[1]} ${browser[0]}` : null, system ?? null]
    .filter((part) => part !== null)
    .join(", ");
}
