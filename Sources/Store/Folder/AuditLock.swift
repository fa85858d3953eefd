import Glibc

/// Keeps other processes out of an audit for as long as it lives.
///
/// Several may read at once; one that writes is alone. The lock goes with the process, however that
/// ends.
public final class AuditLock: Sendable {
  /// What the holder of a lock does.
  public enum Use: Sendable {
    case reading, writing
  }

  private let descriptor: Int32
  private let use: Use

  /// Takes the lock, waiting a while for others to finish.
  ///
  /// - Parameters:
  ///   - folder: The folder of the audit.
  ///   - use: Whether the holder writes.
  ///   - patience: How long to wait for others, in seconds.
  /// - Throws: `StoreTrouble.locked` when others are still at work.
  init(folder: String, for use: Use, patience: Double) throws {
    self.use = use
    let path = folder + "/" + AuditFiles.lock
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      if use == .reading, [EACCES, EPERM, EROFS].contains(errno) {
        throw StoreTrouble.readOnly(folder: folder)
      }
      throw StoreTrouble.of(errno: errno, file: path)
    }
    let wanted = (use == .writing ? LOCK_EX : LOCK_SH) | LOCK_NB
    var waited = 0.0
    while flock(descriptor, wanted) != 0 {
      let reason = errno
      guard [EWOULDBLOCK, EINTR].contains(reason), waited < patience else {
        let holder = Self.holder(descriptor)
        close(descriptor)
        throw reason == EWOULDBLOCK
          ? StoreTrouble.locked(folder: folder, process: holder)
          : StoreTrouble.of(errno: reason, file: path)
      }
      usleep(50_000)
      waited += 0.05
    }
    if use == .writing { sign() }
  }

  /// Writes our process into the file, for the message to others; a full disk is no matter here.
  private func sign() {
    let text = Array("\(getpid())\n".utf8)
    guard ftruncate(descriptor, 0) == 0 else { return }
    _ = text.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  private static func holder(_ descriptor: Int32) -> String? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, 16, 0) }
    guard count > 0 else { return nil }
    let digits = bytes.prefix(count).prefix { (0x30...0x39).contains($0) }
    return digits.isEmpty ? nil : String(decoding: digits, as: UTF8.self)
  }

  deinit {
    // Those who read do not sign: no message may name a process that is gone.
    if use == .writing { ftruncate(descriptor, 0) }
    close(descriptor)
  }
}
