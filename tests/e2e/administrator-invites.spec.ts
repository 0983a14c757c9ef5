import { expect, signIn, test } from "./support/journey.ts";

test("the administrator invites a person, who sets a password and works until the session is ended", async ({
  pageOf,
}) => {
  const email = `proverka-${Math.round(performance.timeOrigin)}@demo.example`;
  const password = "четыре слова вместо пароля";
  const admin = await pageOf("admin");
  await admin.goto("/people");
  await admin.getByRole("link", { name: "Пригласить сотрудника" }).click();
  await admin.getByLabel("Фамилия, имя, отчество").fill("Проверкина Анна Ильинична");
  await admin.getByLabel("Электронная почта").fill(email);
  await admin.getByLabel("Роль").selectOption({ label: "Заместитель директора" });
  const school = admin.getByLabel("Где работает").locator("option[value^='school:']").nth(1);
  await admin.getByLabel("Где работает").selectOption((await school.getAttribute("value")) ?? "");
  await admin.getByRole("button", { name: "Создать приглашение" }).click();
  await expect(admin.getByText("Ссылка показывается один раз")).toBeVisible();
  const link = await admin.getByLabel("Ссылка", { exact: true }).inputValue();

  const person = await pageOf(null);
  await person.goto(link);
  await person.getByLabel("Пароль", { exact: true }).fill("короткий");
  await person.getByLabel("Тот же пароль ещё раз").fill("короткий");
  await person.getByRole("button", { name: "Сохранить пароль" }).click();
  await expect(person.getByRole("main").getByRole("alert")).toContainText("короче 12 знаков");
  await person.getByLabel("Пароль", { exact: true }).fill(password);
  await person.getByLabel("Тот же пароль ещё раз").fill(password);
  await person.getByRole("button", { name: "Сохранить пароль" }).click();
  await expect(person.getByText("Пароль сохранён.", { exact: false })).toBeVisible();
  await signIn(person, { email, password });
  await expect(person.getByRole("heading", { level: 1 })).toContainText("Проверкина");

  // The own account: the present password is asked for, the new one opens the portal.
  await person.getByRole("link", { name: /моя учётная запись/ }).click();
  await person.getByLabel("Нынешний пароль").fill(password);
  await person.getByLabel("Новый пароль", { exact: true }).fill(`${password} снова`);
  await person.getByLabel("Новый пароль ещё раз").fill(`${password} снова`);
  await person.getByRole("button", { name: "Сменить пароль" }).click();
  await expect(person.getByText("Пароль сменён.")).toBeVisible();
  await expect(person.getByText("Других сеансов нет.")).toBeVisible();

  // The link was good once.
  const stranger = await pageOf(null);
  await stranger.goto(link);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("Ссылка больше не действует");

  await admin.getByRole("link", { name: "Открыть страницу сотрудника" }).click();
  await admin.getByRole("button", { name: "Завершить все сеансы" }).click();
  await expect(admin.getByText("Завершён 1 сеанс.")).toBeVisible();
  await person.getByRole("navigation", { name: "Разделы" }).getByRole("link", { name: "Результаты" }).click();
  await expect(person).toHaveURL(/\/sign-in\?to=/);
  await expect(person.getByText("Войдите, чтобы продолжить", { exact: false })).toBeVisible();
});

test("a wrong password and an unknown person are refused in the same words", async ({ page }) => {
  const refusals: string[] = [];
  for (const email of ["admin@demo.example", "nikogo-net@demo.example"]) {
    await page.goto("/sign-in");
    await page.getByLabel("Электронная почта").fill(email);
    await page.getByLabel("Пароль", { exact: true }).fill("совсем не тот пароль");
    await page.getByRole("button", { name: "Войти" }).click();
    const refusal = page.getByRole("main").getByRole("alert");
    await expect(refusal).toBeVisible();
    refusals.push((await refusal.textContent()) ?? "");
  }
  expect(refusals[0]).toContain("Почта или пароль не подошли");
  expect(refusals[1]).toBe(refusals[0]);
});
