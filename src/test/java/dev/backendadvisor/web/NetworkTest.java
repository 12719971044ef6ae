package dev.backendadvisor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "10.1.2.3/8, 10.9.9.9, true",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "192.0.2.128/25, 192.0.2.129, true",
    "192.0.2.128/25, 192.0.2.127, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "::1, ::1, true",
    "127.0.0.0/8, ::ffff:127.0.0.9, true",
  })
  void it_holds_what_begins_alike(String network, String address, boolean held) {
    assertEquals(
        held,
        Network.of(network).orElseThrow().holds(Network.address(address).orElseThrow()),
        network + " " + address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/8",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/8/8",
        "10.0.0",
        "10",
        "256.0.0.1",
        "1.2.3.4.5",
        "example.org",
        "localhost",
        "2001:db8::/129",
        ":::",
        "fe80::1%eth0",
        "10.0.0.0/x",
        "a:b",
        "10.0.0.0/99999999999",
        "0x7f.1",
        "::ffff:999.1.1.1"
      })
  void what_is_none_is_none_and_nothing_is_looked_up(String text) {
    assertTrue(Network.of(text).isEmpty(), text);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "::ffff:192.0.2.7, 192.0.2.7",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
    "2001:db8:1:2:ffff::, 2001:db8:1:2:0:0:0:0/64",
    "::1, 0:0:0:0:0:0:0:0/64",
  })
  void a_household_is_an_address_or_all_of_a_64(String address, String household) {
    assertEquals(household, Network.household(Network.address(address).orElseThrow()));
  }
}
