export interface Tab {
  href: string;
  label: string;
  current?: boolean;
}

/** Views of one thing, each with its own address. `label` names the row for those who hear it. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ul className="tabs">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? "page" : undefined}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
