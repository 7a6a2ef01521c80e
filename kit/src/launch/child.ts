/** How far a loader is, in a unit of its own. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * Ends this process when the one that started it is gone, however it went: the channel between them closes even on kill -9.
 * Does nothing in a process that was started without a channel, by hand or in a container.
 */
export function exitWithParent(): void {
  if (process.send === undefined) return;
  if (!process.connected) process.exit();
  process.once('disconnect', () => process.exit());
  // Listening must not keep this process alive when its own work is done.
  process.channel?.unref();
}

/** Tells the process that started this one how far it is. */
export function reportProgress(progress: Progress): void {
  if (process.connected) process.send?.(progress);
}
