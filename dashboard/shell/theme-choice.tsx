import { useState } from 'preact/hooks';
import { chooseTheme, chosenTheme, themes } from '../parts/theme.ts';

const NAMES = { system: 'As the system', light: 'Light', dark: 'Dark' } as const;

/** Light or dark, remembered in this browser. */
export function ThemeChoice() {
  const [chosen, setChosen] = useState(chosenTheme);
  return (
    <label class="small field">
      <span class="hush">Colours</span>
      <select
        class="input"
        value={chosen}
        onChange={({ currentTarget }) => {
          const theme = themes.find((one) => one === currentTarget.value) ?? 'system';
          chooseTheme(theme);
          setChosen(theme);
        }}
      >
        {themes.map((theme) => (
          <option key={theme} value={theme}>
            {NAMES[theme]}
          </option>
        ))}
      </select>
    </label>
  );
}
