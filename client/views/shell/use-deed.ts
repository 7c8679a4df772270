import { useRef, useState } from 'preact/hooks';

/** Something that the server is asked to do: while it is under way, it is not done a second time. */
export const useDeed = (deed: () => unknown) => {
  const [isUnderWay, setUnderWay] = useState(false);
  const begun = useRef(false);
  const run = async (): Promise<void> => {
    if (begun.current) return;
    begun.current = true;
    setUnderWay(true);
    try {
      await deed();
    } finally {
      begun.current = false;
      setUnderWay(false);
    }
  };
  return { isUnderWay, run };
};
