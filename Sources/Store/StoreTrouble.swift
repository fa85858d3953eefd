/// What keeps an audit from being read or written.
///
/// Each case has a sentence for the person; none holds a name or an answer.
public enum StoreTrouble: Error, Sendable, Equatable {
  /// There is no audit in the folder.
  case noAudit(folder: String)
  /// The folder holds databases, and no plan.
  case noPlan(folder: String)
  /// The plan is gone, and what was taken in is there.
  case planLost(folder: String)
  /// There is an audit in the folder already.
  case auditExists(folder: String)
  /// The folder is not empty, and holds no audit.
  case folderNotEmpty(folder: String)
  /// The place for a copy lies in the audit that is copied.
  case insideAudit(folder: String)
  /// A file of the audit is missing.
  case missing(file: String)
  /// The file is no database of this program.
  case foreign(file: String)
  /// The file was written by a newer version of this program.
  case newer(file: String)
  /// What the file holds is not what was written.
  case damaged(file: String)
  /// Another process works on the audit.
  case locked(folder: String, process: String?)
  /// Lists of names could not be read any more without the roll.
  case rollInUse(roll: String, by: [String])
  /// There is no room left on the disk.
  case diskFull(file: String)
  /// What was to be deleted is, but the file could not be written anew without its traces.
  case notCleared(file: String)
  /// The file or its folder cannot be written.
  case notWritable(file: String)
  /// The folder cannot be written, which even reading needs.
  case readOnly(folder: String)
  /// The file cannot be read.
  case notReadable(file: String)
  /// Reading or writing failed for another reason, which the system named.
  case failed(file: String, reason: String)

  /// What happened and what to do.
  public var sentence: String {
    switch self {
    case .noAudit(let folder):
      "\(folder): there is no audit here; name its folder with --audit, or start one with "
        + "'mhars init'"
    case .noPlan(let folder):
      "\(folder): the plan (audit.yaml) is missing; put audit.yaml back from a backup or write it "
        + "anew; where 'mhars init' was cut short, run it again: it removes nothing that was taken in"
    case .planLost(let folder):
      "\(folder): the plan (audit.yaml) is missing and the databases hold an audit; put audit.yaml "
        + "back from a backup or write it anew"
    case .auditExists(let folder):
      "\(folder): there is an audit here already; choose another folder"
    case .folderNotEmpty(let folder):
      "\(folder): the folder is not empty; choose a new one"
    case .insideAudit(let folder):
      "\(folder): a copy inside the audit would be lost with it; choose a place elsewhere"
    case .missing(let file):
      "\(file): this file of the audit is missing; put it back, or restore the last backup with "
        + "'mhars restore'"
    case .foreign(let file):
      "\(file): this is no database of mhars; it was left as it is"
    case .newer(let file):
      "\(file): a newer version of mhars wrote this; it was left as it is; install that version"
    case .damaged(let file):
      "\(file): the file is damaged, so nothing was read from it and it was left as it is; restore "
        + "the last backup with 'mhars restore'"
    case .locked(let folder, let process):
      "\(folder): another mhars works on this audit\(process.map { " (process \($0))" } ?? ""); "
        + "wait until it is done"
    case .rollInUse(let roll, let imports):
      "\(roll): the names of \(imports.joined(separator: ", ")) can only be read against this roll; "
        + "undo those first with 'mhars imports undo'"
    case .diskFull(let file):
      "\(file): the disk is full; nothing was changed; make room and run the command again"
    case .notCleared(let file):
      "\(file): the rows are deleted, but the disk did not let the file be written anew, so traces "
        + "of them may be left in it; make room and run the command again"
    case .notWritable(let file):
      "\(file): this cannot be written; nothing was changed; check who owns the folder and that it "
        + "is not read-only"
    case .readOnly(let folder):
      "\(folder): this folder cannot be written, and mhars writes beside its databases even to read "
        + "them; copy the folder to a place of your own"
    case .notReadable(let file):
      "\(file): this cannot be read; check who owns it"
    case .failed(let file, let reason):
      "\(file): \(reason); nothing was changed; run the command again"
    }
  }
}
