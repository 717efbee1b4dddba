import { useEffect, useState } from 'preact/hooks';

/** A value once it has stayed the same for so many milliseconds: what is typed is not asked for letter by letter. */
export function useLater<Value>(value: Value, milliseconds = 200): Value {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(() => value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return later;
}
