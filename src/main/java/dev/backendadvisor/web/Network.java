package dev.backendadvisor.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/// Addresses that begin alike, as in `10.0.0.0/8`; a single one is a network too.
///
/// @param address one of them
/// @param bits how many bits they share
public record Network(InetAddress address, int bits) {
  private static final Pattern FOUR = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern SIX = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
  private static final Pattern BITS = Pattern.compile("[0-9]{1,3}");

  /// The bits of an IPv6 address that one household or company is given.
  private static final int HOUSEHOLD = 64;

  /// The network of a text such as `10.0.0.0/8`, `192.0.2.7` or `2001:db8::/32`.
  ///
  /// @return none when it is not one
  public static Optional<Network> of(String text) {
    String[] parts = text.strip().split("/", -1);
    Optional<InetAddress> address = address(parts[0]);
    if (address.isEmpty() || parts.length > 2) {
      return Optional.empty();
    }
    int most = address.get().getAddress().length * Byte.SIZE;
    if (parts.length == 1) {
      return Optional.of(new Network(address.get(), most));
    }
    return BITS.matcher(parts[1]).matches() && Integer.parseInt(parts[1]) <= most
        ? Optional.of(new Network(address.get(), Integer.parseInt(parts[1])))
        : Optional.empty();
  }

  /// An address written in figures; nothing is looked up. IPv4 within IPv6 is IPv4.
  static Optional<InetAddress> address(String text) {
    if (!FOUR.matcher(text).matches() && !(text.contains(":") && SIX.matcher(text).matches())) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException none) {
      return Optional.empty();
    }
  }

  /// Whoever has this address, as far as can be told: with IPv6 that is a /64, all of which one
  /// machine may use.
  static String household(InetAddress address) {
    return address instanceof Inet6Address
        ? new Network(address, HOUSEHOLD).first() + "/" + HOUSEHOLD
        : address.getHostAddress();
  }

  private String first() {
    byte[] bytes = address.getAddress();
    for (int bit = bits; bit < bytes.length * Byte.SIZE; bit++) {
      bytes[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
    }
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Whether an address is in it.
  boolean holds(InetAddress other) {
    byte[] own = address.getAddress();
    byte[] its = other.getAddress();
    if (own.length != its.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % Byte.SIZE;
      if (((own[bit / Byte.SIZE] ^ its[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
