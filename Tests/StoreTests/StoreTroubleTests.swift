import GRDB
import Glibc
import Testing

@testable import Store

struct StoreTroubleTests {
  private static let all: [StoreTrouble] = [
    .noAudit(folder: "a/place"), .noPlan(folder: "a/place"), .planLost(folder: "a/place"),
    .auditExists(folder: "a/place"),
    .folderNotEmpty(folder: "a/place"), .insideAudit(folder: "a/place"),
    .missing(file: "a/place"), .foreign(file: "a/place"), .newer(file: "a/place"),
    .damaged(file: "a/place"), .locked(folder: "a/place", process: "17"),
    .locked(folder: "a/place", process: nil), .rollInUse(roll: "a/place", by: ["N1", "N2"]),
    .diskFull(file: "a/place"),
    .notWritable(file: "a/place"), .notReadable(file: "a/place"),
    .failed(file: "a/place", reason: "the disk is tired"),
  ]

  /// What a person can do, as sentences put it.
  private static let remedies = [
    "name its folder", "choose", "put it back", "put audit.yaml back", "install", "restore",
    "wait until", "undo those first", "make room",
    "check who",
    "run the command again", "was left as it is",
  ]

  @Test(arguments: all)
  func `a sentence says where, what and what to do`(_ trouble: StoreTrouble) {
    let sentence = trouble.sentence
    #expect(sentence.hasPrefix("a/place: "))
    #expect(sentence.contains(";"))
    #expect(Self.remedies.contains { sentence.contains($0) }, "\(sentence)")
    #expect(!sentence.hasSuffix("."))
    #expect(!sentence.contains("  "))
  }

  @Test func `a sentence names the process that is at work where it is known`() {
    #expect(StoreTrouble.locked(folder: "f", process: "17").sentence.contains("(process 17)"))
    #expect(!StoreTrouble.locked(folder: "f", process: nil).sentence.contains("process"))
  }

  @Test(arguments: [
    (ResultCode.SQLITE_FULL, StoreTrouble.diskFull(file: "f")),
    (.SQLITE_READONLY, .notWritable(file: "f")), (.SQLITE_CANTOPEN, .notWritable(file: "f")),
    (.SQLITE_CORRUPT, .damaged(file: "f")), (.SQLITE_NOTADB, .foreign(file: "f")),
    (.SQLITE_BUSY, .locked(folder: "f", process: nil)), (.SQLITE_MISMATCH, .damaged(file: "f")),
    (
      .SQLITE_CONSTRAINT,
      .failed(file: "f", reason: "what was to be written does not go with what is there")
    ),
  ])
  func `an error of the database has a sentence of its own`(
    _ code: ResultCode, _ trouble: StoreTrouble
  ) {
    #expect(StoreTrouble.of(DatabaseError(resultCode: code), file: "f") == trouble)
  }

  @Test func `an error of the system has a sentence of its own`() {
    #expect(StoreTrouble.of(errno: ENOSPC, file: "f") == .diskFull(file: "f"))
    #expect(StoreTrouble.of(errno: EROFS, file: "f") == .notWritable(file: "f"))
    #expect(StoreTrouble.of(errno: EACCES, file: "f") == .notWritable(file: "f"))
    #expect(StoreTrouble.of(errno: EIO, file: "f").sentence.contains("error"))
    #expect(StoreTrouble.of(CancellationError(), file: "f").sentence.hasPrefix("f: "))
    #expect(StoreTrouble.of(StoreTrouble.newer(file: "g"), file: "f") == .newer(file: "g"))
  }
}
