import CLibFuzzer
import Glibc

// Feeds one target with what libFuzzer makes of its corpus: `fuzz TARGET [option…] [folder…]`.
guard CommandLine.argc > 1, let target = FuzzTarget(rawValue: CommandLine.arguments[1]) else {
  print("give one of: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
  exit(64)
}
FuzzTarget.current = target
var count = CommandLine.argc - 1
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
exit(
  LLVMFuzzerRunDriver(&count, &arguments) { bytes, length in
    FuzzTarget.takeInput(Array(UnsafeBufferPointer(start: bytes, count: length)))
    return 0
  })
