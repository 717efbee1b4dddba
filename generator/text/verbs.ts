/** Verbs by which people ask for what an API does, as the first word of a sentence has them. */
const verbs: ReadonlySet<string> = new Set(
  `accept activate add allow approve archive assign attach authorize ban block cancel change check clear clone close
  complete confirm convert copy count create deactivate decline define delete describe detach disable dismiss download
  duplicate edit enable enqueue erase escalate estimate exclude execute export extend fetch find finish follow forward
  freeze generate get grant hand hide import include install invite issue join label leave link list load lock log mark
  merge move mute open pass pause pay pin ping post preview process publish put queue rate read reassign record redact
  redirect refund register reject release remove rename reopen reorder replace reply report request reschedule resend
  reset resolve restart restore resume retry return revert revoke rewrite rotate run save schedule scroll search select
  send set share show sign skip snooze sort split stage start stop store submit subscribe summarize suspend switch sync
  tag take terminate test track transfer translate trigger turn unarchive unassign unblock unfollow unlink unlock unmute
  unpause unpin unpublish unshare unsnooze unsubscribe untag update upload use validate verify void vote write`.split(
    /\s+/,
  ),
);

/** Whether a word is a verb that a sentence for a model may begin with. */
export function isVerb(word: string): boolean {
  return verbs.has(word.toLowerCase());
}
