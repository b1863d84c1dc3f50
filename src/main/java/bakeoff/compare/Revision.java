package bakeoff.compare;

import org.eclipse.jgit.revwalk.RevCommit;

/** A commit and the name it was asked for by. */
record Revision(String name, RevCommit commit) {

  /** {@code HEAD~1 (3f2a91c)}. */
  String label() {
    String id = commit.name();
    return id.startsWith(name) ? id.substring(0, 7) : name + " (" + id.substring(0, 7) + ")";
  }
}
