/** Puts a text on the clipboard, where the browser lets it. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Has the browser save a text as a file. */
export function saved(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
  link.download = `${name}.md`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
