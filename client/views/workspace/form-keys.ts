/** How a form is sent and left: Enter in a line or Ctrl-Enter anywhere sends it, Escape leaves it and nothing else. */
export const formKeys = (send: () => void, leave: (event: KeyboardEvent) => void) =>
  ({
    noValidate: true,
    onSubmit: (event: Event): void => {
      event.preventDefault();
      send();
    },
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.key === 'Escape') {
        event.preventDefault();
        leave(event);
      }
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
    },
  }) as const;
