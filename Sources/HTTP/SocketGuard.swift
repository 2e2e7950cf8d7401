internal import CCurl
internal import Glibc

/// What opens sockets for requests that a stranger named: to public addresses only.
///
/// libcurl asks it with the address that the name has resolved to, so that no name leads elsewhere than to
/// what was judged. See CURLOPT_OPENSOCKETFUNCTION(3).
enum SocketGuard {
  static let open:
    @convention(c) (UnsafeMutableRawPointer?, curlsocktype, UnsafeMutablePointer<curl_sockaddr>?) ->
      curl_socket_t = { _, purpose, address in
        let refused: curl_socket_t = -1
        guard purpose == CURLSOCKTYPE_IPCXN, let address,
          SocketGuard.address(address)?.isPublic == true
        else { return refused }
        let target = address.pointee
        return socket(target.family, target.socktype, target.protocol)
      }

  private static func address(_ target: UnsafeMutablePointer<curl_sockaddr>) -> IPAddress? {
    guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return nil }
    // The bytes go on after what `curl_sockaddr` declares, as long as its length says.
    let start = UnsafeRawPointer(target) + offset
    let length = Int(target.pointee.addrlen)
    switch target.pointee.family {
    case AF_INET where length >= MemoryLayout<sockaddr_in>.size:
      var address = start.loadUnaligned(as: sockaddr_in.self).sin_addr
      return IPAddress(withUnsafeBytes(of: &address) { Array($0) })
    case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
      var address = start.loadUnaligned(as: sockaddr_in6.self).sin6_addr
      return IPAddress(withUnsafeBytes(of: &address) { Array($0) })
    default: return nil
    }
  }
}
