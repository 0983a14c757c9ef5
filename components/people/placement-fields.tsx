"use client";

import { Field, fieldAttributes } from "#components/ui/field.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Select } from "#components/ui/select.tsx";
import type { UnitOptions } from "#lib/people/queries.ts";

export interface PlacementWords {
  role: string;
  unit: string;
  unitHint: string;
  noUnit: string;
  regions: string;
  municipalities: string;
  /** Names of the roles. */
  roles: readonly { value: string; label: string }[];
}

interface Props {
  /** Prefix of the ids of both fields. */
  id: string;
  units: UnitOptions;
  words: PlacementWords;
  values: { role: string; unit: string };
  errors: { role: string | undefined; unit: string | undefined };
}

/** Role and place of work. One list of places: regions, municipalities, then the schools of each municipality. */
export function PlacementFields({ id, units, words, values, errors }: Props) {
  const unit = { id: `${id}-unit`, label: words.unit, hint: words.unitHint, error: errors.unit };
  return (
    <>
      {/* The keys: when a form is reset after it was sent, a select only takes a new choice as a new element. */}
      <Select
        key={`role-${values.role}`}
        id={`${id}-role`}
        name="role"
        label={words.role}
        options={words.roles}
        defaultValue={values.role}
        error={errors.role}
      />
      <Field {...unit}>
        <span className="select field-medium">
          <select
            key={`unit-${values.unit}`}
            name="unit"
            className="control"
            defaultValue={values.unit}
            {...fieldAttributes(unit)}
          >
            <option value="">{words.noUnit}</option>
            <optgroup label={words.regions}>
              {units.regions.map(({ id, name }) => (
                <option key={id} value={`region:${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
            <optgroup label={words.municipalities}>
              {units.municipalities.map(({ id, name }) => (
                <option key={id} value={`municipality:${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
            {units.municipalities.map(({ id, name, schools }) => (
              <optgroup key={id} label={name}>
                {schools.map((school) => (
                  <option key={school.id} value={`school:${school.id}`}>
                    {school.name}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
          <Icon name="chevron-down" small />
        </span>
      </Field>
    </>
  );
}
