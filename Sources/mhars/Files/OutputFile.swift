import ArgumentParser
import Foundation
import Reports

/// Where a report goes: standard output, or a file that appears only when it is whole.
struct OutputFile {
  private let path: String?
  private let temporary: String?
  private let handle: FileHandle
  private let failure = Failure()

  /// What went wrong while writing, remembered until the end.
  private final class Failure {
    var reason: String?
  }

  /// Opens the output.
  ///
  /// - Parameters:
  ///   - path: The file; `nil` for standard output.
  ///   - option: The option that named it, for a message.
  /// - Throws: An exit code when the file cannot be made.
  init(_ path: String?, of option: String = "--output") throws {
    self.path = path
    guard let path else {
      temporary = nil
      handle = .standardOutput
      return
    }
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let isRegular = attributes?[.type] as? FileAttributeType == .typeRegular
    let target = exists && !isRegular ? path : path + ".part"
    temporary = target == path ? nil : target
    if temporary != nil { _ = FileManager.default.createFile(atPath: target, contents: nil) }
    guard !isFolder.boolValue, let handle = FileHandle(forWritingAtPath: target) else {
      Terminal.complain("\(path): error: this file cannot be written; choose another \(option)")
      throw ExitCode.inputOutput
    }
    self.handle = handle
  }

  /// Whether there is something under a path.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// The sink that writes to it.
  var sink: ByteSink {
    ByteSink { [handle, failure] bytes in
      guard failure.reason == nil else { return }
      do {
        try handle.write(contentsOf: bytes)
      } catch {
        failure.reason = (error as NSError).localizedDescription
      }
    }
  }

  /// Puts the whole file in its place.
  ///
  /// - Throws: An exit code when something could not be written; no half file is left.
  func close() throws {
    if failure.reason == nil, let temporary, let path {
      do {
        try handle.synchronize()
        try handle.close()
        if rename(temporary, path) == 0 { return }
        failure.reason = String(cString: strerror(errno))
      } catch {
        failure.reason = (error as NSError).localizedDescription
      }
    }
    guard failure.reason != nil else { return }
    if let temporary { try? FileManager.default.removeItem(atPath: temporary) }
    Terminal.complain(
      "\(path ?? "standard output"): error: it could not be written whole; is the disk full?")
    throw ExitCode.inputOutput
  }
}
